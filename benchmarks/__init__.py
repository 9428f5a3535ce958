"""Measurements that anyone can run; their figures are in benchmarks/README.md."""
