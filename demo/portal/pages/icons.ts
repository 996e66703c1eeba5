// Drawn for a 20 × 20 grid with a 1.6 px line. A page carries only the symbols that it names.
const symbols = {
  "i-user": '<circle cx="10" cy="6.8" r="3.3"/><path d="M3.8 17a6.2 6.2 0 0 1 12.4 0"/>',
  "i-shield-check":
    '<path d="M10 2.5 4 4.6v4.6c0 3.8 2.5 6.7 6 8.3 3.5-1.6 6-4.5 6-8.3V4.6z"/><path d="m7.4 9.9 1.9 1.9 3.4-3.7"/>',
  "i-key": '<circle cx="6.8" cy="13.2" r="3.6"/><path d="m9.4 10.6 7-7M13.6 6.4l2.3 2.3M11.6 8.4l1.5 1.5"/>',
  "i-building":
    '<rect x="4.5" y="3" width="11" height="14" rx="1"/><path d="M8 6.5h.01M12 6.5h.01M8 10h.01M12 10h.01M8.5 17v-3.5h3V17"/>',
  "i-file": '<path d="M5 2.8h6.5L15.5 7v10.2H5z"/><path d="M11.3 3v4.2h4.2"/>',
  "i-info": '<circle cx="10" cy="10" r="7.2"/><path d="M10 9.4v4.2M10 6.6h.01"/>',
  "i-check": '<path d="m4.5 10.5 3.8 3.8 7.2-8.2"/>',
  "i-check-circle": '<circle cx="10" cy="10" r="7.2"/><path d="m6.9 10.2 2.2 2.2 4-4.5"/>',
  "i-alert": '<circle cx="10" cy="10" r="7.2"/><path d="M10 6.3v4.4M10 13.6h.01"/>',
  "i-clock": '<circle cx="10" cy="10" r="7.2"/><path d="M10 6v4.2l2.7 1.6"/>',
  "i-lock":
    '<rect x="4" y="8.8" width="12" height="8.2" rx="2"/><path d="M6.8 8.8V6.2a3.2 3.2 0 0 1 6.4 0v2.6"/>',
  "i-phone": '<rect x="5.5" y="2.5" width="9" height="15" rx="2"/><path d="M9 14.8h2"/>',
  "i-laptop": '<rect x="4" y="4" width="12" height="8.5" rx="1.5"/><path d="M2 15.5h16"/>',
  "i-help":
    '<circle cx="10" cy="10" r="7.2"/><path d="M7.8 8a2.2 2.2 0 1 1 3.3 1.9c-.7.4-1.1.8-1.1 1.6M10 13.9h.01"/>',
  "i-right": '<path d="m7.8 5 5 5-5 5"/>',
  "i-down": '<path d="m5 7.8 5 5 5-5"/>',
  "i-back": '<path d="M16.5 10h-13M8.5 5l-5 5 5 5"/>',
  "i-x": '<path d="m5.5 5.5 9 9M14.5 5.5l-9 9"/>',
  "i-copy":
    '<rect x="7" y="7" width="10" height="10" rx="2"/><path d="M13 7V5a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2h2"/>',
  "i-link":
    '<path d="M8.4 11.6a3 3 0 0 0 4.3 0l2.6-2.7a3 3 0 0 0-4.2-4.2l-.9.9M11.6 8.4a3 3 0 0 0-4.3 0l-2.6 2.7a3 3 0 0 0 4.2 4.2l.9-.9"/>',
  "i-download": '<path d="M10 3v9.5M6.2 9 10 12.8 13.8 9M3.5 16.5h13"/>',
  "i-print":
    '<path d="M6 7V3h8v4M6 14H4.5a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H14"/><path d="M6 11.5h8V17H6z"/>',
  "i-signout": '<path d="M12 4H5v12h7M9 10h8M14 7l3 3-3 3"/>',
  "i-plus": '<path d="M10 4v12M4 10h12"/>',
  "i-trash": '<path d="M3.5 5.5h13M8 5.5v-2h4v2M5 5.5l.8 11h8.4l.8-11M8.4 8.5l.2 5M11.6 8.5l-.2 5"/>',
  "i-warning": '<path d="M10 3.2 2.6 16.2h14.8z"/><path d="M10 8.2v3.6M10 13.9h.01"/>',
} as const;

export type IconName = keyof typeof symbols;

/** An icon beside words that say the same; never the only bearer of a meaning. */
export function icon(name: IconName, size: "" | "sm" | "lg" = ""): string {
  const sized = size === "" ? "" : ` cs-icon--${size}`;
  const flips = directed.includes(name) ? " cs-icon--flips" : "";
  return `<svg class="cs-icon${sized}${flips}" aria-hidden="true"><use href="#${name}"/></svg>`;
}

/** Icons that point along the line of reading. */
const directed: readonly IconName[] = ["i-back", "i-right", "i-signout"];

/** Icons that the page's script may put in place of others. */
const always: readonly IconName[] = ["i-alert", "i-clock", "i-lock", "i-check", "i-check-circle", "i-x"];

/** The symbols that `markup` refers to, to stand at the start of the page. */
export function sprite(markup: string): string {
  const names = (Object.keys(symbols) as IconName[]).filter(
    (name) => always.includes(name) || markup.includes(`href="#${name}"`),
  );
  const drawn = names.map((name) => `<symbol id="${name}" viewBox="0 0 20 20">${symbols[name]}</symbol>`);
  return `<svg hidden>${drawn.join("")}</svg>`;
}
