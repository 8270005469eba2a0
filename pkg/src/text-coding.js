// UTF-8, also where a host's globals lack it: jsdom's, in which components are tested.
//
// The glue names TextDecoder and TextEncoder as globals; the build gives it these (esbuild's inject).

/** Only what the glue asks of them. */
class Decoder {
  decode(bytes = []) {
    return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""));
  }
}

class Encoder {
  encode(text) {
    const binary = encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD")).replace(/%(..)/g, (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  }
}

export const { TextDecoder = Decoder, TextEncoder = Encoder } = globalThis;
