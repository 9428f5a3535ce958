// header in tasks.rq
