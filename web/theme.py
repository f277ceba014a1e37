"""How the chat looks: Gradio's theme, and the style sheets that go with it."""

import gradio as gr

FONTS = ("system-ui", "sans-serif")  # of the reader's own machine: none is fetched
MONOSPACE = ("ui-monospace", "monospace")
THEME = gr.themes.Default(primary_hue="blue", neutral_hue="slate", font=FONTS, font_mono=MONOSPACE)
STYLES = ("tokens.css", "answer.css", "chat.css")
"""Files of `static/`, in the order in which they apply."""
