// Saves every cell as it is left. What is not saved yet is kept in this browser, by account and address, until it is: a lost
// connection, an ended session or a closed window loses nothing that was typed.
const sheet = document.getElementById("sheet");
const state = document.getElementById("state");
const said = sheet.dataset;
const store = `socialwork.unsaved ${said.user} ${location.pathname}${location.search.replace(/[?&]saved=true/i, "")}`;
const pending = new Map();
let sending = false;
let wait = 1000;

// A chosen file is sent by the form's own button alone.
const boxesOf = holder => [...holder.querySelectorAll("input:not([type=hidden]):not([type=file]), select, textarea")];
const holderOf = box => box.closest("[data-cell]");
const markOf = holder => holder.querySelector('input[type=hidden][name^="m."]');
const contentOf = holder => boxesOf(holder).filter(box => box.type !== "checkbox" || box.checked).map(box => [box.name, box.value]);
const holderNamed = holder => [...sheet.querySelectorAll("[data-cell]")].find(other => other.dataset.cell === holder);

function say(text, link) {
  state.textContent = text;
  if (!link) return;
  const anchor = document.createElement("a");
  anchor.href = `/sign-in?ReturnUrl=${encodeURIComponent(location.pathname + location.search)}`;
  anchor.textContent = link;
  state.append(" ", anchor);
}

function keep() {
  try {
    if (pending.size === 0) localStorage.removeItem(store);
    else localStorage.setItem(store, JSON.stringify([...pending].map(([cell, change]) => [cell, change.content, change.mark])));
  } catch { /* A browser that keeps nothing still has the form's own button. */ }
}

function restore() {
  let kept = [];
  try { kept = JSON.parse(localStorage.getItem(store) ?? "[]"); } catch { kept = []; }
  for (const [cell, content, mark] of kept) {
    const holder = holderNamed(cell);
    if (!holder) continue;
    const texts = new Map(content.filter(([name]) => name));
    for (const box of boxesOf(holder)) {
      if (box.type === "checkbox") box.checked = content.some(([name, value]) => name === box.name && value === box.value);
      else if (texts.has(box.name)) box.value = texts.get(box.name);
    }
    queue(holder, mark);
  }
  if (pending.size > 0) say(`${said.saidRestored} ${pending.size}`);
}

function queue(holder, mark) {
  const cell = holder.dataset.cell;
  pending.set(cell, { holder, content: contentOf(holder), mark: mark ?? pending.get(cell)?.mark ?? markOf(holder)?.value ?? "" });
  holder.dataset.state = "waiting";
  keep();
  sum(holder);
}

async function send() {
  if (sending || pending.size === 0) return;
  sending = true;
  const batch = new Map(pending);
  const body = new FormData();
  body.append("__RequestVerificationToken", sheet.querySelector("input[name=__RequestVerificationToken]").value);
  for (const [cell, change] of batch) {
    body.append("touched", cell);
    body.append(`m.${cell}`, change.mark);
    for (const [name, value] of change.content) body.append(name, value);
  }
  say(said.saidSaving);
  try {
    const answer = await fetch(said.save, { method: "POST", body, headers: { "X-Requested-With": "cells" } });
    if (answer.redirected || answer.status === 401 || answer.status === 400) {
      say(`${said.saidSignedOut} ${pending.size}.`, said.saidSignIn);
      return;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    settle(batch, await answer.json());
    wait = 1000;
  } catch {
    say(`${said.saidWaiting} ${pending.size}`);
    setTimeout(send, wait);
    wait = Math.min(wait * 2, 60000);
    return;
  } finally {
    sending = false;
  }
  if (pending.size > 0 && [...pending.values()].some(change => !change.refused)) send();
}

function settle(batch, answer) {
  let refused = answer.refusal !== null;
  for (const [cell, result] of Object.entries(answer.cells)) {
    const sent = batch.get(cell);
    const now = pending.get(cell);
    const isNewer = now !== sent;
    tell(sent.holder, result);
    if (result.saved) {
      if (isNewer) now.mark = result.mark;
      else pending.delete(cell);
      const mark = markOf(sent.holder);
      if (mark) mark.value = result.mark;
      if (!isNewer) {
        sent.holder.dataset.state = "saved";
        const [box] = boxesOf(sent.holder);
        if (result.text !== null && box && box !== document.activeElement) box.value = result.text;
      }
    } else if (!isNewer) {
      refused = true;
      now.refused = true;
      sent.holder.dataset.state = "refused";
      if (result.conflict) choose(sent.holder, result);
    }
    sum(sent.holder);
  }
  for (const holder of sheet.querySelectorAll("[data-cell]")) {
    const cell = holder.dataset.cell;
    if (!(cell in answer.cells) && !pending.has(cell) && holder.dataset.state !== "refused") tell(holder, { problem: answer.problems[cell] });
  }
  const count = document.querySelector(`.count[data-section="${said.section}"]`);
  if (count) count.textContent = `${answer.answered}/${count.textContent.split("/")[1]}`;
  keep();
  say(answer.refusal ?? (refused ? said.saidRefused : `${said.saidSaved} ${new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" })}`));
}

function tell(holder, result) {
  const problem = holder.querySelector(".problem");
  if (problem) {
    problem.textContent = result.problem ?? "";
    problem.hidden = !result.problem;
  }
  for (const box of boxesOf(holder)) {
    if (result.problem) box.setAttribute("aria-invalid", "true");
    else box.removeAttribute("aria-invalid");
  }
}

// Two people typed into one cell: the person who is here decides.
function choose(holder, result) {
  const problem = holder.querySelector(".problem");
  const button = (label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn btn-sm btn-outline-primary";
    made.textContent = label;
    made.addEventListener("click", () => { made.parentElement.querySelectorAll("button").forEach(b => b.remove()); act(); });
    problem.append(" ", made);
  };
  button(said.saidMine, () => { pending.delete(holder.dataset.cell); queue(holder, result.mark); send(); });
  button(said.saidTheirs, () => {
    pending.delete(holder.dataset.cell);
    keep();
    if (result.text === null) location.reload();
    const [box] = boxesOf(holder);
    if (box) box.value = result.text ?? "";
    const mark = markOf(holder);
    if (mark) mark.value = result.mark;
    tell(holder, { problem: null });
    holder.dataset.state = "saved";
    sum(holder);
  });
}

const numberOf = box => /^\d{1,3}(\.\d{3})*$|^\d+$/.test(box.value.trim()) ? Number(box.value.replaceAll(".", "")) : null;
const shown = numbers => {
  const known = numbers.filter(number => number !== null);
  return known.length === 0 ? "" : known.reduce((a, b) => a + b, 0).toLocaleString("de-DE", { maximumFractionDigits: 0 });
};

function sum(holder) {
  const table = holder.closest("table.grid");
  if (!table) return;
  const rows = [...table.tBodies[0].rows].map(row => [...row.querySelectorAll("td[data-cell]")].map(cell => { const [box] = boxesOf(cell); return box?.dataset.number ? numberOf(box) : null; }));
  [...table.tBodies[0].rows].forEach((row, at) => { const out = row.querySelector("output[data-sum=row]"); if (out) out.textContent = shown(rows[at]); });
  [...table.querySelectorAll("tfoot td")].forEach((cell, at) => {
    const out = cell.querySelector("output");
    if (out?.dataset.sum === "column") out.textContent = shown(rows.map(row => row[at]));
    if (out?.dataset.sum === "all") out.textContent = shown(rows.flat());
  });
}

function move(box, down) {
  const cell = box.closest("td");
  const row = cell?.parentElement;
  const next = down ? row?.nextElementSibling : row?.previousElementSibling;
  const target = next?.cells[cell.cellIndex]?.querySelector("input:not([type=hidden]), select, textarea");
  if (target) { target.focus(); target.select?.(); return true; }
  if (!down) return false;
  const all = boxesOf(sheet);
  const after = all[all.indexOf(box) + 1];
  after?.focus();
  return true;
}

sheet.addEventListener("change", event => {
  if (event.target.type === "file") { if (event.target.files.length > 0) say(said.saidFile); return; }
  const holder = holderOf(event.target);
  if (holder) { queue(holder); send(); }
});
sheet.addEventListener("input", event => {
  if (event.target.type === "file") return;
  const holder = holderOf(event.target);
  if (holder) { queue(holder); }
});
sheet.addEventListener("keydown", event => {
  const box = event.target;
  if (event.key === "s" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send(); return; }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); sheet.requestSubmit(sheet.querySelector("button[value=next]")); return; }
  if (box.tagName !== "INPUT" || box.type !== "text") return;
  if (box.dataset.number && (event.key === "k" || event.key === "K") && !event.ctrlKey && !event.metaKey && !event.altKey && (box.value === "" || box.selectionEnd - box.selectionStart === box.value.length)) {
    event.preventDefault();
    box.value = "KPS";
    box.dispatchEvent(new Event("change", { bubbles: true }));
    return;
  }
  if (event.key === "Enter") { event.preventDefault(); move(box, !event.shiftKey); }
  if (event.key === "ArrowDown" && move(box, true)) event.preventDefault();
  if (event.key === "ArrowUp" && move(box, false)) event.preventDefault();
});
// The form's own button posts everything that is typed, so nothing is pending then.
sheet.addEventListener("submit", () => { pending.clear(); });
window.addEventListener("online", send);
document.addEventListener("visibilitychange", () => { if (document.hidden) { keep(); send(); } });
document.getElementById("errors")?.focus();
// What the page was refused with stays told until it is changed.
for (const link of document.querySelectorAll('#errors a[href^="#"]')) {
  const holder = document.getElementById(link.hash.slice(1))?.closest("[data-cell]");
  if (holder) holder.dataset.state = "refused";
}
restore();
send();
