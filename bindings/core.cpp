// The whole boundary of core.wasm: every name that JavaScript can call, and nothing else.
#include <emscripten/bind.h>
#include <emscripten/emmalloc.h>
#include <malloc.h>

#include "bindings/backup.h"
#include "bindings/failure.h"
#include "bindings/handle_count.h"
#include "bindings/otp_handle.h"
#include "bindings/pictures.h"
#include "bindings/readings.h"
#include "bindings/sealed.h"
#include "bindings/secret_handle.h"

namespace countersign::bindings {
namespace {

using emscripten::base;
using emscripten::class_;
using emscripten::function;
using emscripten::value_object;

int handles_alive() noexcept {
  return Counted::alive();
}
double heap_in_use() noexcept {
  return static_cast<double>(emmalloc_mallinfo().uordblks);
}

void bind_codes() {
  class_<OtpHandle>("OtpHandle")
      .function("issuer", &OtpHandle::issuer)
      .function("issuerLabel", &OtpHandle::issuer_label)
      .function("account", &OtpHandle::account_name)
      .function("algorithm", &OtpHandle::algorithm)
      .function("encoder", &OtpHandle::encoder)
      .function("digits", &OtpHandle::digits)
      .function("period", &OtpHandle::period)
      .function("secret", &OtpHandle::secret);
  class_<TotpHandle, base<OtpHandle>>("TotpHandle")
      .function("generate", &TotpHandle::generate)
      .function("verify", &TotpHandle::verify)
      .function("remaining", &TotpHandle::remaining)
      .function("toUri", &TotpHandle::to_uri);
  class_<HotpHandle, base<OtpHandle>>("HotpHandle")
      .function("generate", &HotpHandle::generate)
      .function("verify", &HotpHandle::verify)
      .function("toUri", &HotpHandle::to_uri);
  function("createTotp", &create_totp);
  function("createHotp", &create_hotp);
  value_object<SealedRequest>("SealedRequest")
      .field("algorithm", &SealedRequest::algorithm)
      .field("encoder", &SealedRequest::encoder)
      .field("digits", &SealedRequest::digits)
      .field("period", &SealedRequest::period)
      .field("time", &SealedRequest::time);
  function("sealedGenerate", &sealed_generate);
  function("sealedVerify", &sealed_verify);
}

void bind_secrets() {
  class_<SecretHandle>("SecretHandle")
      .function("byteLength", &SecretHandle::byte_length)
      .function("toBase32", &SecretHandle::to_base32)
      .function("toBytes", &SecretHandle::to_bytes)
      .function("repairs", &SecretHandle::repairs);
  function("generateSecret", &generate_secret);
  function("secretFromBase32", &secret_from_base32);
  function("secretFromHex", &secret_from_hex);
  function("secretFromBytes", &secret_from_bytes);
  function("seal", &seal);
}

void bind_readings() {
  class_<AccountQueue>("AccountQueue")
      .function("takeTotp", &AccountQueue::take_totp)
      .function("takeHotp", &AccountQueue::take_hotp)
      .function("counter", &AccountQueue::counter);
  class_<UriReadingHandle, base<AccountQueue>>("UriReadingHandle")
      .function("warnings", &UriReadingHandle::warnings);
  class_<ExportHandle, base<AccountQueue>>("ExportHandle")
      .function("size", &ExportHandle::size)
      .function("seen", &ExportHandle::seen)
      .function("rejected", &ExportHandle::rejected);
  class_<MigrationHandle>("MigrationHandle")
      .constructor<>()
      .function("addText", &MigrationHandle::add_text)
      .function("read", &MigrationHandle::read)
      .function("takeExport", &MigrationHandle::take_export)
      .function("addTotp", &MigrationHandle::add_totp)
      .function("addHotp", &MigrationHandle::add_hotp)
      .function("write", &MigrationHandle::write);
  function("readUri", &read_address);
}

void bind_pictures() {
  value_object<QrRequest>("QrRequest")
      .field("text", &QrRequest::text)
      .field("level", &QrRequest::level)
      .field("version", &QrRequest::version)
      .field("margin", &QrRequest::margin);
  function("qrModules", &qr_modules);
  function("qrSvg", &qr_svg);
  function("qrPath", &qr_path);
  function("qrText", &qr_text);
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
  function("lastError", &last_error);
  function("handlesAlive", &handles_alive);
  function("heapInUse", &heap_in_use);
}

}  // namespace countersign::bindings
