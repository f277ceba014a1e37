"""The pages and endpoints that a browser or a program asks over HTTP."""

import os

# Gradio and the hub's library read these when they are imported or make a queue. Nothing is sent or
# fetched; and Gradio's account of its queue, which it would rewrite after every question, is not kept.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = str(10**12)
os.environ["GRADIO_ANALYTICS_MAX_EVENTS"] = "1"
os.environ.setdefault("HF_HUB_OFFLINE", "1")
