// A private apt: packages of Debian are fetched and unpacked into the cache, without root and without touching
// the system. The mirror and the keyring are the machine's own.
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { cacheFolder, exists, locked } from "./cache.mjs";
import { ask, run } from "./run.mjs";
import { begin, megabytes, Unavailable } from "./say.mjs";

const KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";

/** The first Debian mirror that the machine's apt knows: one-line and deb822 sources. */
export function mirrorOf(text) {
  const line = /^\s*deb(?:-src)?\s+(?:\[[^\]]*\]\s+)?(\S+\/debian)\/?\s/m.exec(text);
  const stanza = /^URIs:\s*(\S+\/debian)\/?\s*$/m.exec(text);
  return line?.[1] ?? stanza?.[1];
}

async function machineMirror() {
  const folder = "/etc/apt/sources.list.d";
  const names = (await readdir(folder).catch(() => [])).filter((name) => /\.(list|sources)$/.test(name));
  const files = ["/etc/apt/sources.list", ...names.map((name) => join(folder, name))];
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8").catch(() => "")));
  return mirrorOf(texts.join("\n"));
}

/** An apt of our own for one suite ("trixie"), its lists fetched. */
export async function privateApt(suite, thing) {
  const mirror = await machineMirror();
  if (!mirror || !(await exists(KEYRING)) || ask("apt-get", ["--version"]) === undefined) {
    throw new Unavailable(
      thing,
      "Debian's packages (this machine has no Debian mirror in its apt sources, or no archive keyring)",
      "see “Other machines” in README.md for the install line of your system",
    );
  }
  const root = join(cacheFolder(), `apt-${suite}`);
  const options = [
    ["Dir::Etc::SourceList", join(root, "sources.list")],
    ["Dir::Etc::SourceParts", "/dev/null"],
    ["Dir::State::Lists", join(root, "lists")],
    ["Dir::State::status", join(root, "status")],
    ["Dir::Cache", join(root, "cache")],
    ["APT::Install-Recommends", "false"],
    ["APT::Sandbox::User", ""],
  ].flatMap(([key, value]) => ["-o", `${key}=${value}`]);

  await locked(`apt-${suite}-lists`, async () => {
    await mkdir(join(root, "lists", "partial"), { recursive: true });
    await mkdir(join(root, "cache", "archives", "partial"), { recursive: true });
    const types = ["deb", "deb-src"].map((type) => `${type} [signed-by=${KEYRING}] ${mirror} ${suite} main`);
    await writeFile(join(root, "sources.list"), `${types.join("\n")}\n`);
    await writeFile(join(root, "status"), "");
    const stamp = await stat(join(root, "updated")).catch(() => undefined);
    if (stamp && Date.now() - stamp.mtimeMs < 3_600_000) return;
    const done = begin(`package lists of Debian ${suite}`);
    await run("apt-get", [...options, "-q", "update"]);
    await writeFile(join(root, "updated"), "");
    done();
  });
  return { options, root };
}

/** Fetches just the named packages into `folder`; apt checks their signatures' hashes. */
export async function fetchPackages(apt, packages, folder) {
  await run("apt-get", [...apt.options, "-q", "download", ...packages], { cwd: folder });
  return sizesOf(folder);
}

/** Fetches the packages and everything that they depend on, and returns the files. */
export async function fetchClosure(apt, packages) {
  await run("apt-get", [...apt.options, "-q", "-y", "--download-only", "install", ...packages]);
  const archives = join(apt.root, "cache", "archives");
  return (await readdir(archives))
    .filter((name) => name.endsWith(".deb"))
    .map((name) => join(archives, name));
}

export async function fetchSource(apt, name, folder) {
  await run("apt-get", [...apt.options, "-q", "source", "--download-only", name], { cwd: folder });
}

/** Unpacks a .deb below `folder`, leaving out what the patterns name. */
export async function unpack(file, folder, without = []) {
  const script = 'dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" "${@:3}"';
  const excludes = without.map((pattern) => `--exclude=${pattern}`);
  await run("bash", ["-o", "pipefail", "-c", script, "unpack", file, folder, ...excludes]);
  await rm(file, { force: true });
}

async function sizesOf(folder) {
  const files = (await readdir(folder))
    .filter((name) => name.endsWith(".deb"))
    .map((name) => join(folder, name));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return { files, size: megabytes(sizes.reduce((sum, size) => sum + size, 0)) };
}
