// header in places.rq
