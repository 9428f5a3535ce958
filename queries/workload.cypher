// header in workload.rq
