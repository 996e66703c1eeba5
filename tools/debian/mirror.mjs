// The Debian mirror that this machine already uses. It is read from apt's own sources, never written down by us.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The entries of apt's sources: { uris, suites, components, signedBy }, for binary packages. */
export async function readSources(folder = "/etc/apt") {
  const parts = await readdir(join(folder, "sources.list.d")).catch(() => []);
  const files = [
    join(folder, "sources.list"),
    ...parts.sort().map((part) => join(folder, "sources.list.d", part)),
  ];
  const entries = [];
  for (const file of files) {
    const text = await readFile(file, "utf8").catch(() => "");
    if (file.endsWith(".sources")) entries.push(...parseDeb822(text));
    else if (file.endsWith(".list")) entries.push(...parseOneLine(text));
  }
  return entries;
}

/** The deb822 style: stanzas of `Key: value` lines. */
export function parseDeb822(text) {
  return text
    .split(/\n\s*\n/)
    .map((stanza) =>
      stanza
        .split("\n")
        .filter((line) => !line.startsWith("#"))
        .join("\n"),
    )
    .map(
      (stanza) =>
        new Map(
          [...stanza.matchAll(/^([A-Za-z-]+):[ \t]*(.*(?:\n[ \t]+.*)*)/gm)].map(([, key, value]) => [
            key.toLowerCase(),
            value.trim(),
          ]),
        ),
    )
    .filter((stanza) => words(stanza.get("types")).includes("deb") && stanza.get("enabled") !== "no")
    .map((stanza) => ({
      uris: words(stanza.get("uris")),
      suites: words(stanza.get("suites")),
      components: words(stanza.get("components")),
    }));
}

/** The one-line style: `deb [options] uri suite component…`. */
export function parseOneLine(text) {
  return [...text.matchAll(/^[ \t]*deb[ \t]+(?:\[[^\]]*\][ \t]+)?(\S+)[ \t]+(\S+)[ \t]*([^#\n]*)/gm)].map(
    ([, uri, suite, components]) => ({ uris: [uri], suites: [suite], components: words(components) }),
  );
}

/** The archive and the security archive among the entries, of a machine with this code name. */
export function chooseMirror(entries, codename) {
  const main = entries.filter((entry) => entry.components.includes("main"));
  const names = [codename, "stable", "testing", "sid", "unstable"];
  const of = (test) => main.find((entry) => entry.suites.some(test))?.uris[0];
  return {
    archive: of((suite) => names.includes(suite)),
    security: of((suite) =>
      names.some((name) => suite === `${name}-security` || suite === `${name}/updates`),
    ),
  };
}

const words = (text = "") => text.split(/\s+/).filter(Boolean);
