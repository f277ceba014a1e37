/**
 * Puts Says Who into a page:
 *
 *   <script src="https://HOST/embed.js" data-title="Ask the reports"></script>
 *
 * The chat runs in a sandboxed frame from HOST, which must name this page's origin among its
 * portals. Attributes and events: README.md beside this file.
 */
(() => {
  "use strict";

  const script = document.currentScript;
  const options = script.dataset;
  const home = new URL(".", script.src);
  const PATIENCE = 5000; // milliseconds from the frame's load to its first word
  const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox";

  const container = document.createElement("div");
  container.className = "says-who";
  const frame = document.createElement("iframe");
  let isReady = false;

  /** Return the frame's address: what the attributes say, as a query. */
  function address() {
    const url = new URL("embed", home);
    const listed = { example: options.examples, outlet: options.outlets };
    const single = {
      theme: options.theme,
      language: options.language,
      title: options.title,
      since: options.since,
      until: options.until,
      citations: options.citations,
      q: options.question,
      portal: location.origin,
    };
    for (const [name, value] of Object.entries(single)) if (value) url.searchParams.set(name, value);
    for (const [name, values] of Object.entries(listed))
      for (const value of (values ?? "").split("|")) if (value.trim()) url.searchParams.append(name, value.trim());
    return url.href;
  }

  /** Tell the page; return whether it leaves what follows to us. */
  function emit(name, detail) {
    return container.dispatchEvent(
      new CustomEvent(`sayswho:${name}`, { detail, bubbles: true, cancelable: true }),
    );
  }

  function fit(height) {
    const least = Number(options.minHeight ?? 0);
    const most = Number(options.maxHeight ?? Infinity);
    frame.style.height = `${Math.min(Math.max(height, least), most)}px`;
  }

  function openReport(address) {
    const url = new URL(address, home);
    if (url.href.startsWith(new URL("report/", home).href)) location.assign(url);
  }

  function giveUp() {
    const message =
      options.unavailable ??
      `Says Who cannot be shown here: it is down, wants you to sign in first, or does not name ${location.origin} as a portal.`;
    const notice = document.createElement("p");
    notice.textContent = message;
    container.replaceChildren(notice);
    emit("error", { message });
  }

  function hear({ source, origin, data }) {
    if (source !== frame.contentWindow || origin !== home.origin || !data?.saysWho) return;
    const { type, detail } = data.saysWho;
    if (type === "resize") fit(Number(detail.height));
    if (type === "ready") isReady = true;
    const isOurs = emit(type, detail);
    if (type === "citation" && isOurs && options.citations === "tab") openReport(detail.url);
  }

  function put() {
    const target = options.target ? document.querySelector(options.target) : null;
    if (target) target.append(container);
    else if (script.isConnected && document.body.contains(script)) script.after(container);
    else document.body.append(container);
  }

  frame.title = options.title ?? "Says Who";
  frame.setAttribute("sandbox", SANDBOX);
  frame.style.cssText = "display: block; width: 100%; border: 0; color-scheme: normal";
  fit(320);
  frame.addEventListener("load", () => setTimeout(() => isReady || giveUp(), PATIENCE));
  frame.src = address();
  container.append(frame);
  container.addEventListener("sayswho:ask", ({ detail }) => {
    const asked = { type: "ask", detail: { question: String(detail.question) } };
    frame.contentWindow.postMessage({ saysWho: asked }, home.origin);
  });
  window.addEventListener("message", hear);
  if (document.readyState === "loading" && (options.target || !document.body?.contains(script)))
    document.addEventListener("DOMContentLoaded", put);
  else put();
})();
