"""Pictures of results: sea chart, live distribution, figures."""
