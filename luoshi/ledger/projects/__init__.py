"""One project over the years: its mentions put together under longer and shorter names."""
