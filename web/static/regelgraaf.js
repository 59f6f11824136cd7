// Makes the pages nicer; everything works without it. Copy buttons, and the target's text beside a reference.

const { voorbeeld, bepaling, kopieer, gekopieerd } = document.body.dataset;

// --- copy buttons

for (const code of document.querySelectorAll("[data-kopie]")) {
  const knop = document.createElement("button");
  knop.type = "button";
  knop.className = "kopie";
  knop.textContent = kopieer;
  const naam = code.closest("dd")?.previousElementSibling?.textContent ?? code.textContent;
  knop.setAttribute("aria-label", `${kopieer}: ${naam}`);
  knop.addEventListener("click", async () => {
    await schrijf(code.textContent);
    meld.textContent = `${gekopieerd}: ${naam}`;
    knop.textContent = gekopieerd;
    setTimeout(() => { knop.textContent = kopieer; }, 1500);
  });
  code.after(" ", knop);
}

const meld = document.createElement("div");
meld.className = "vh";
meld.setAttribute("role", "status");
document.querySelector("main").append(meld);

async function schrijf(tekst) {
  try {
    await navigator.clipboard.writeText(tekst);
  } catch {
    // Without a secure context there is no clipboard object; a selection can still be copied.
    const vak = document.createElement("textarea");
    vak.value = tekst;
    document.body.append(vak);
    vak.select();
    document.execCommand("copy");
    vak.remove();
  }
}

// --- contents: open the part that is being read

for (const link of document.querySelectorAll(".inhoud details a")) {
  if (link.hash && link.hash === location.hash) link.closest("details").open = true;
}
addEventListener("hashchange", () => {
  for (const link of document.querySelectorAll(".inhoud details a")) {
    if (link.hash === location.hash) link.closest("details").open = true;
  }
});

// --- preview of a reference: on hover or focus; stays while pointed at; Escape closes it

const onthouden = new Map();
let kader = null;
let bron = null;
let straks = 0;

function adres(link) {
  const werk = link.closest("[data-werk]")?.dataset.werk;
  const href = link.getAttribute("href");
  if (link.dataset.d) {
    const [eerste, ...rest] = link.dataset.d.split(" ");
    const vraag = new URLSearchParams(rest.slice(0, 7).map((d) => ["ook", d]));
    return voorbeeld + encodeURIComponent(eerste) + (rest.length ? `?${vraag}` : "");
  }
  if (href.startsWith("#v-")) return "";
  if (href.startsWith("#")) return werk ? `${voorbeeld}${encodeURIComponent(werk)}:${href.slice(1)}${location.search}` : "";
  if (href.startsWith(bepaling)) return voorbeeld + href.slice(bepaling.length).replace(/#.*/, "");
  return "";
}

async function haal(link) {
  const pad = adres(link);
  if (!pad) return "";
  if (!onthouden.has(pad)) {
    onthouden.set(pad, fetch(pad, { headers: { Accept: "text/html" } }).then((a) => (a.ok ? a.text() : "")).catch(() => ""));
  }
  return onthouden.get(pad);
}

async function toon(link) {
  const html = await haal(link);
  const reden = link.dataset.r;
  if (bron !== link || (!html && !reden)) return;
  weg();
  bron = link;
  kader = document.createElement("div");
  kader.id = "voorbeeld";
  kader.setAttribute("role", "tooltip");
  if (reden) {
    const p = document.createElement("p");
    p.className = "vb-reden";
    p.textContent = reden;
    kader.append(p);
  }
  if (html) {
    // The fragment is made by this server with everything escaped; links in it would be unreachable, so only text stays.
    const deel = new DOMParser().parseFromString(html, "text/html");
    for (const a of deel.querySelectorAll("a")) a.replaceWith(...a.childNodes);
    kader.append(...deel.body.childNodes);
  }
  document.querySelector("main").append(kader);
  plaats(link);
  link.setAttribute("aria-describedby", "voorbeeld");
  kader.addEventListener("pointerenter", () => clearTimeout(straks));
  kader.addEventListener("pointerleave", verlaat);
}

function plaats(link) {
  const regels = link.getClientRects();
  const r = regels[regels.length - 1] ?? link.getBoundingClientRect();
  const hoogte = kader.offsetHeight;
  const breed = document.documentElement.clientWidth;
  const onder = r.bottom + hoogte + 12 < innerHeight || r.top < hoogte + 12;
  kader.style.left = `${Math.max(16, Math.min(r.left, breed - kader.offsetWidth - 16)) + scrollX}px`;
  kader.style.top = `${(onder ? r.bottom + 6 : regels[0].top - hoogte - 6) + scrollY}px`;
}

function weg() {
  clearTimeout(straks);
  bron?.removeAttribute("aria-describedby");
  kader?.remove();
  kader = bron = null;
}

function verlaat() {
  clearTimeout(straks);
  straks = setTimeout(weg, 250);
}

function kom(e) {
  const link = e.target.closest?.("a.v");
  if (!link || link.closest("#voorbeeld")) return;
  clearTimeout(straks);
  if (link === bron && kader) return;
  if (kader) weg();
  bron = link;
  straks = setTimeout(() => toon(link), e.type === "focusin" ? 60 : 180);
}

if (voorbeeld) {
  document.addEventListener("pointerover", kom);
  document.addEventListener("pointerout", (e) => { if (e.target.closest?.("a.v")) verlaat(); });
  document.addEventListener("focusin", (e) => (e.target.closest?.("a.v") ? kom(e) : weg()));
  document.addEventListener("keydown", (e) => { if (e.key === "Escape") weg(); });
}
