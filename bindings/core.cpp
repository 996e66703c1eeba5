// The whole boundary of core.wasm: every name that JavaScript can call, and nothing else; but for the hot
// path, whose names are in codes.h.
#include <emscripten/bind.h>
#include <emscripten/emmalloc.h>
#include <malloc.h>

#include "bindings/backup.h"
#include "bindings/codes.h"
#include "bindings/failure.h"
#include "bindings/handle.h"
#include "bindings/otps.h"
#include "bindings/output.h"
#include "bindings/pictures.h"
#include "bindings/readings.h"
#include "bindings/sealed.h"
#include "bindings/secrets.h"
#include "bindings/warnings.h"

namespace countersign::bindings {
namespace {

using emscripten::function;

std::int32_t handles() noexcept {
  return handles_alive();
}
std::int32_t heap_in_use() noexcept {
  return static_cast<std::int32_t>(emmalloc_mallinfo().uordblks);
}

void bind_secrets() {
  function("generateSecret", &generate_secret);
  function("secretFromBase32", &secret_from_base32);
  function("secretFromHex", &secret_from_hex);
  function("secretFromBytes", &secret_from_bytes);
  function("secretLength", &secret_length);
  function("secretAddress", &secret_address);
  function("secretBase32", &secret_base32);
  function("releaseSecret", &release_secret);
}

void bind_codes() {
  function("createOtp", &create_otp);
  function("otpNumber", &otp_number);
  function("otpText", &otp_text);
  function("otpCounter", &otp_counter);
  function("otpSecret", &otp_secret);
  function("otpUri", &otp_uri);
  function("otpRemaining", &otp_remaining);
  function("releaseOtp", &release_otp);
  function("putToken", &put_token);
  function("steamText", &steam_text);
  function("seal", &seal);
  function("sealedGenerate", &sealed_generate);
  function("sealedVerify", &sealed_verify);
}

void bind_readings() {
  function("readUri", &read_address);
  function("addMigrationText", &add_migration_text);
  function("readMigration", &read_migration_texts);
  function("takeMigrated", &take_migrated);
  function("migrationBatch", &migration_batch);
  function("migrationRejected", &migration_rejected);
  function("addMigrationAccount", &add_migration_account);
  function("writeMigration", &write_migration_texts);
  function("clearMigration", &clear_migration);
}

void bind_pictures() {
  function("drawQr", &draw_qr);
  function("qrModules", &qr_modules);
  function("qrPng", &qr_png);
}

void bind_backup_codes() {
  function("backupCodes", &backup_codes);
  function("readBackupEntry", &read_backup_entry);
  function("findHash", &find_hash);
}

}  // namespace

EMSCRIPTEN_BINDINGS(core) {
  bind_secrets();
  bind_codes();
  bind_readings();
  bind_pictures();
  bind_backup_codes();
  function("outputAddress", &output_address);
  function("clearOutput", &clear_output);
  function("lastError", &last_error);
  function("lastWarnings", &last_warnings);
  function("handlesAlive", &handles);
  function("heapInUse", &heap_in_use);
}

}  // namespace countersign::bindings
