// A private apt state: its own sources, lists and cache, and an empty list of installed packages. It needs no root and
// does not touch the system; apt checks the archive's signature and every package's hash as always.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Failed, find, run } from "../machine/run.mjs";
import { say, size } from "../machine/say.mjs";
import { chooseMirror, readSources } from "./mirror.mjs";

const KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";
const PROGRESS_MS = 4000;
const TRIES = 3;

/** Fields of /etc/os-release: ID, VERSION_CODENAME and so on. */
export async function osRelease(file = "/etc/os-release") {
  const text = await readFile(file, "utf8").catch(() => "");
  return Object.fromEntries(
    [...text.matchAll(/^(\w+)="?([^"\n]*)"?$/gm)].map(([, key, value]) => [key, value]),
  );
}

/** Why a private apt state cannot be had on this machine, or undefined. */
export function aptObstacle() {
  for (const program of ["apt-get", "dpkg-deb", "tar"]) if (!find(program)) return `no ${program} on PATH`;
  if (!existsSync(KEYRING)) return `no ${KEYRING} (package debian-archive-keyring)`;
  return undefined;
}

export class Apt {
  #folder;
  #options;

  constructor(folder) {
    this.#folder = folder;
    const at = (name) => join(folder, name);
    this.#options = [
      `Dir::Etc::SourceList=${at("sources.list")}`,
      "Dir::Etc::SourceParts=/dev/null",
      "Dir::Etc::Preferences=/dev/null",
      "Dir::Etc::PreferencesParts=/dev/null",
      `Dir::State=${at("state")}`,
      `Dir::State::Lists=${at("lists")}`,
      `Dir::State::status=${at("status")}`,
      `Dir::Cache=${at("cache")}`,
      "APT::Install-Recommends=false",
      "APT::Sandbox::User=root", // root's downloads would else be made by a user who cannot write here
      "Acquire::Languages=none",
      `Acquire::Retries=${TRIES}`,
    ].flatMap((option) => ["-o", option]);
  }

  /** A state over `suite` of the machine's own mirror, in an empty folder. */
  static async open(folder, suite, { security = false } = {}) {
    const mirror = chooseMirror(await readSources(), (await osRelease()).VERSION_CODENAME);
    if (!mirror.archive) throw new Error("apt's sources name no Debian archive");
    const lines = [`deb [signed-by=${KEYRING}] ${mirror.archive} ${suite} main`];
    lines.push(lines[0].replace("deb ", "deb-src "));
    if (security && mirror.security)
      lines.push(`deb [signed-by=${KEYRING}] ${mirror.security} ${suite}-security main`);
    for (const part of ["state", "lists/partial", "cache/archives/partial"])
      await mkdir(join(folder, part), { recursive: true });
    await writeFile(join(folder, "sources.list"), `${lines.join("\n")}\n`);
    await writeFile(join(folder, "status"), "");
    const apt = new Apt(folder);
    await apt.#repeat(["update", "-q", "-o", "APT::Update::Error-Mode=any"]);
    return apt;
  }

  /** The candidate version of a package, as Debian writes it; undefined when the suite has none. */
  async version(name) {
    const text = await run("apt-cache", [...this.#options, "policy", name]);
    const version = /Candidate: (\S+)/.exec(text)?.[1];
    return version === "(none)" ? undefined : version;
  }

  /** The packages that `names` depend on, themselves included, recommendations left out. */
  async closure(names) {
    const text = await run("apt-get", [...this.#options, "install", "--simulate", "-q", ...names]);
    return [...new Set([...text.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name))];
  }

  /** Fetches packages without their dependencies and returns their files. */
  async download(names, subject) {
    return this.#fetch(["download", ...names], subject, (file) => file.endsWith(".deb"));
  }

  /** Fetches the parts of a source package and returns their files. */
  async downloadSource(name, subject) {
    return this.#fetch(["source", "--download-only", name], subject, () => true);
  }

  async #fetch(command, subject, wanted) {
    const folder = await mkdtemp(join(this.#folder, "fetched-"));
    const listed = await run("apt-get", [...this.#options, "--print-uris", "-q", ...command], {
      cwd: folder,
    });
    const lines = [...listed.matchAll(/^'[^']+' (\S+) (\d+) /gm)];
    const total = lines.reduce((sum, [, , bytes]) => sum + Number(bytes), 0);
    say(subject, `${lines.length} files, ${size(total)} to fetch`);
    const watch = setInterval(() => void this.#progress(folder, lines, total, subject), PROGRESS_MS);
    try {
      await this.#repeat(["-q", ...command], folder);
    } finally {
      clearInterval(watch);
    }
    const expected = new Set(lines.map(([, name]) => name));
    const files = (await readdir(folder)).filter((file) => expected.has(file) && wanted(file));
    if (files.length === 0) throw new Error(`apt-get ${command.join(" ")} brought nothing`);
    return files.map((file) => join(folder, file));
  }

  async #progress(folder, lines, total, subject) {
    const there = await Promise.all(
      lines.map(async ([, name]) => {
        const found = await stat(join(folder, name)).catch(() => undefined);
        return found?.size ?? 0;
      }),
    );
    const bytes = there.reduce((sum, value) => sum + value, 0);
    say(subject, `${size(bytes)} of ${size(total)} (${Math.floor((100 * bytes) / Math.max(total, 1))} %)`);
  }

  // A mirror now and then refuses one request of a hundred.
  async #repeat(command, cwd) {
    for (let left = TRIES; ; --left) {
      try {
        return await run("apt-get", [...this.#options, ...command], { cwd });
      } catch (error) {
        if (left <= 1 || !(error instanceof Failed)) throw error;
      }
    }
  }
}
