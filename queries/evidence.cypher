// header in evidence.rq
