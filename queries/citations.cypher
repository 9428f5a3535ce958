// header in citations.rq
