// header in lineage.rq
