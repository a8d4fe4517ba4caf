"""The ways in: each only asks and shows; what is asked stands in :mod:`luoshi.service`."""
