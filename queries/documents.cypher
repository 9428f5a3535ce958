// header in documents.rq
