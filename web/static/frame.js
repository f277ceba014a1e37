/** The chat inside a portal's frame: asks, shows the answer, and tells the portal. */
"use strict";

const { portal, citations, question: first, unreachable } = document.body.dataset;
const root = new URL(document.body.dataset.root, location.href);
const filters = JSON.parse(document.body.dataset.filters);
const conversation = document.getElementById("conversation");
const examples = document.getElementById("examples");
const form = document.querySelector("form");
const field = document.getElementById("question");
const reading = document.getElementById("reading");
const EARLIER = 20; // questions sent along, so that a follow-up is understood
const asked = [];
let isAsking = false;

/** Tell the portal, and no other page. */
function tell(type, detail = {}) {
  if (portal && window.parent !== window) window.parent.postMessage({ saysWho: { type, detail } }, portal);
}

/** Return what the server answers with, as nodes; throw an Error with a message for the reader. */
async function answerTo(question) {
  const history = asked.slice(-EARLIER);
  const response = await fetch(new URL("embed/ask", root), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ question, history, ...filters }),
  }).catch(() => null);
  if (response?.ok) {
    const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
    return withLinks(parsed.querySelector("article"));
  }
  const refusal = await response?.json().catch(() => null);
  throw new Error(refusal?.error ?? unreachable);
}

/** Let the links of an answer, which are relative to the whole chat, open beside the portal. */
function withLinks(answer) {
  for (const link of answer.querySelectorAll("a")) {
    link.href = new URL(link.getAttribute("href"), root).href;
    link.target = "_blank";
    link.rel = "noopener";
  }
  return answer;
}

function failure(message) {
  const notice = document.createElement("p");
  notice.className = "failure";
  notice.role = "alert";
  notice.textContent = message;
  return notice;
}

function turn(question) {
  const item = document.createElement("li");
  const words = document.createElement("p");
  words.className = "asked";
  words.dir = "auto";
  words.textContent = question;
  item.append(words);
  conversation.append(item);
  return item;
}

async function ask(question) {
  if (isAsking || !question.trim()) return;
  isAsking = true;
  if (examples) examples.hidden = true;
  const item = turn(question);
  item.append(reading.content.cloneNode(true));
  tell("question", { question });
  try {
    const answer = await answerTo(question);
    item.lastElementChild.replaceWith(answer);
    asked.push(question);
    const verdict = answer.querySelector(".verdict").classList[1];
    tell("answer", { question, verdict, citations: answer.querySelectorAll("a.marker").length });
  } catch (error) {
    item.lastElementChild.replaceWith(failure(error.message));
    tell("error", { message: error.message });
  }
  item.scrollIntoView({ block: "nearest" });
  isAsking = false;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (isAsking) return;
  ask(field.value);
  field.value = "";
});

examples?.addEventListener("click", ({ target }) => {
  if (target.matches("button")) ask(target.textContent);
});

conversation.addEventListener("click", (event) => {
  const link = event.target.closest("a.marker");
  if (!link) return;
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey);
  if (citations !== "new" && isPlain && portal) event.preventDefault();
  const source = link.closest("figure").querySelector(".name").textContent;
  tell("citation", { url: link.href, marker: Number(link.textContent.match(/\d+/)), source });
});

window.addEventListener("message", ({ source, origin, data }) => {
  if (source !== window.parent || origin !== portal || data?.saysWho?.type !== "ask") return;
  ask(String(data.saysWho.detail.question));
});

new ResizeObserver(() => {
  tell("resize", { height: Math.ceil(document.body.getBoundingClientRect().height) });
}).observe(document.body);

tell("ready");
if (first) ask(first);
