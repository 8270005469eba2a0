// A form over a check that knows no sessions.

/** Whatever is typed, the whole proposal is checked again. */
export function retyped(check) {
  return (proposal) => {
    const held = structuredClone(proposal);
    return {
      type(index, grant) {
        held.partners[index].grant = grant;
        return check(held);
      },
    };
  };
}
