// What the set-up dialog needs of the core; loaded by a dynamic import, so that no other page carries it.
export { init, QrCode } from "countersign";
