// What pages do besides links and forms: files dropped, marks shown and hidden, keys, light and dark.
"use strict";

const base = document.body.dataset.base;

function remember(name, value) {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=strict`;
}

// light and dark: as the system, or the other one
document.getElementById("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  remember("luoshi_theme", root.dataset.theme);
  document.dispatchEvent(new CustomEvent("luoshi:theme"));
});

// on a phone a table's rows are cards: each value is named by the head of its column
function named(within) {
  for (const table of within.querySelectorAll("table.stack")) {
    const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent.trim());
    for (const row of table.querySelectorAll("tbody tr")) {
      [...row.children].forEach((cell, at) => { if (heads[at]) cell.dataset.label = heads[at]; });
    }
  }
}
named(document);
document.addEventListener("htmx:load", (event) => named(event.target));

// what goes on beyond the edge fades there; the menu shows where one is
function cue(box) {
  box.classList.toggle("more", box.scrollWidth - box.clientWidth - box.scrollLeft > 4);
}
const menu = document.querySelector(".top nav");
const current = menu?.querySelector("[aria-current]");
if (current) menu.scrollLeft = current.offsetLeft - menu.offsetLeft - (menu.clientWidth - current.clientWidth) / 2;
for (const box of document.querySelectorAll(".scroll, .top nav")) {
  cue(box);
  box.addEventListener("scroll", () => cue(box), { passive: true });
  new ResizeObserver(() => cue(box)).observe(box);
}

// forms that show at once what is chosen
for (const form of document.querySelectorAll("form[data-live]")) {
  form.addEventListener("change", () => form.requestSubmit());
}

// a deed that takes time is not sent twice
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-waits]") && !event.target.hasAttribute("hx-post")) {
    event.target.querySelector("button.main").disabled = true;
  }
});
document.addEventListener("htmx:beforeRequest", (event) => {
  const button = event.target.matches("[data-waits]") && event.target.querySelector("button.main");
  if (button) button.disabled = true;
});
document.addEventListener("htmx:afterRequest", (event) => {
  const button = event.target.matches("[data-waits]") && event.target.querySelector("button.main");
  if (button) button.disabled = false;
});
// what went wrong is told where the answer would have stood
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status >= 400 && event.detail.xhr.responseText) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
    if (event.detail.target.id === "work") {
      document.querySelector("#work .error")?.remove();
      event.detail.swapOverride = "afterbegin";
    }
  }
});

// files are dropped anywhere on the first page, folders too
const drop = document.getElementById("drop");
if (drop) {
  const input = document.getElementById("files");
  const chosen = document.getElementById("chosen");
  const tell = () => {
    const count = input.files.length;
    chosen.textContent = count === 1 ? input.files[0].name : count ? chosen.dataset.words.replace("#", count) : "";
  };
  input.addEventListener("change", tell);
  async function filesOf(entry) {
    if (entry.isFile) return [await new Promise((done, fail) => entry.file(done, fail))];
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((done, fail) => reader.readEntries(done, fail));
      if (!some.length) return found;
      for (const each of some) if (!each.name.startsWith(".")) found.push(...(await filesOf(each)));
    }
  }
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  for (const name of ["dragleave", "drop"]) {
    document.addEventListener(name, () => drop.classList.remove("over"));
  }
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const all = new DataTransfer();
    const files = entries.length ? (await Promise.all(entries.map(filesOf))).flat() : event.dataTransfer.files;
    for (const file of files) all.items.add(file);
    input.files = all.files;
    tell();
  });
}

// the reader: kinds shown and hidden, a record's whole extent lit, its panel closed
const text = document.getElementById("text");
document.getElementById("legend")?.addEventListener("change", (event) => {
  text.classList.toggle(`hide-${event.target.value}`, !event.target.checked);
});
function choose(key) {
  for (const each of text.querySelectorAll(".chosen")) each.classList.remove("chosen");
  for (const each of text.querySelectorAll("[data-keys]")) {
    each.classList.toggle("chosen", key !== "" && each.dataset.keys.split(" ").includes(key));
  }
}
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id !== "record" || !text) return;
  const record = event.target.querySelector("[data-key]");
  if (!record) return;
  choose(record.dataset.key);
  const here = new URL(location);
  here.searchParams.set("record", record.dataset.key);
  here.searchParams.delete("at");
  here.hash = "";
  history.replaceState(null, "", here);
});
document.addEventListener("click", (event) => {
  if (!event.target.closest(".panel .close")) return;
  document.getElementById("record").replaceChildren();
  if (text) choose("");
});
document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-fields]")) return;
  const into = event.target.form.elements[event.target.dataset.into ?? "value"];
  into.value = event.target.selectedOptions[0].dataset.value;
  if (event.target.dataset.choices) into.setAttribute("list", event.target.dataset.choices + event.target.value);
});
for (const each of document.querySelectorAll("[data-to-mark]")) {
  const mark = each.querySelector("mark");
  if (mark) each.scrollTop = mark.offsetTop - each.clientHeight / 3;
}

// keys, while no field is being written in
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const goes = { "/": "/search", g: "/", o: "/overview", t: "/tasks", s: "/series", c: "/check", b: "/book", p: "/panel" };
  if (goes[event.key] !== undefined) {
    event.preventDefault();
    location.href = base + goes[event.key];
  } else if (event.key === "Escape") {
    document.querySelector(".panel .close")?.click();
  } else if ((event.key === "j" || event.key === "k") && text) {
    const marks = [...text.querySelectorAll("[data-keys]:not([tabindex])")];
    const at = marks.indexOf(document.activeElement);
    marks[Math.max(0, Math.min(marks.length - 1, at + (event.key === "j" ? 1 : -1)))]?.focus();
  }
});
