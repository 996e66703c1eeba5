// Codes made and checked: handle kept, public methods, every call on a new step.
import { init, Secret, Totp } from "countersign";
import * as otpauthNode from "otpauth";
import * as otpauthBrowser from "otpauth/dist/otpauth.esm.js";
import { race } from "./rounds.mjs";

export const us = "countersign";
export const node = "otpauth, Node build";
export const browser = "otpauth, browser build";

const keyLength = { SHA1: 20, SHA256: 32, SHA512: 64 };
const firstStep = 55_000_000;
const stepMs = 30_000;
const time = (call) => (firstStep + call) * stepMs;

/**
 * @param {number} rounds
 * @returns {Promise<{ act: string, algorithm: string, result: ReturnType<typeof race> }[]>}
 */
export async function raceCodes(rounds) {
  await init();
  return Object.entries(keyLength).flatMap(([algorithm, length]) => {
    const bytes = crypto.getRandomValues(new Uint8Array(length));
    const secret = Secret.fromBytes(bytes);
    const totp = new Totp({ secret, algorithm });
    secret.dispose();
    const peer = ({ TOTP, Secret: PeerSecret }) =>
      new TOTP({ secret: new PeerSecret({ buffer: bytes.buffer }), algorithm, digits: 6, period: 30 });
    const peers = { [node]: peer(otpauthNode), [browser]: peer(otpauthBrowser) };
    agree(totp, peers);

    // A code no step near has: nobody can stop early, and everybody computes all three.
    const wrong = "000000";
    const generate = race(
      {
        [us]: (call) => totp.generate({ time: time(call) }),
        ...each(peers, (other) => (call) => other.generate({ timestamp: time(call) })),
      },
      rounds,
    );
    const verify = race(
      {
        [us]: (call) => totp.verify(wrong, { time: time(call), window: 1 }),
        ...each(
          peers,
          (other) => (call) => other.validate({ token: wrong, timestamp: time(call), window: 1 }),
        ),
      },
      rounds,
    );
    totp.dispose();
    return [
      { act: "generate", algorithm, result: generate },
      { act: "verify", algorithm, result: verify },
    ];
  });
}

const each = (peers, make) =>
  Object.fromEntries(Object.entries(peers).map(([name, peer]) => [name, make(peer)]));

// A race between different answers would prove nothing.
function agree(totp, peers) {
  for (let call = 0; call < 100; call += 1) {
    const code = totp.generate({ time: time(call) });
    if (!totp.verify(code, { time: time(call) }).valid) throw new Error("countersign refuses its own code");
    for (const [name, peer] of Object.entries(peers)) {
      if (peer.generate({ timestamp: time(call) }) !== code) throw new Error(`${name} makes another code`);
    }
  }
}
