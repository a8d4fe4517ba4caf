"""The routes of the desk, a module a page; each asks the service and shows the answer."""
