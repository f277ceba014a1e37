"""The pages and endpoints that a browser or a program asks over HTTP."""
