"""The app in a browser: a local server for one person."""
