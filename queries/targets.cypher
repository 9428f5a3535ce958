// header in targets.rq
