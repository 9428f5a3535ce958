// header in unspecified.rq
