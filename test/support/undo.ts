// Undoing what a test opened, whether it passed or not.

export type Later = <Opened>(opened: Opened, undo: (opened: Opened) => unknown) => Opened;

/** Call inside `describe`. What is handed to the result is undone after each test, the last one first. */
export function undoAfterEach(): Later {
  const undos: (() => unknown)[] = [];
  afterEach(async function () {
    this.timeout(60_000);
    const faults: unknown[] = [];
    for (const undo of undos.splice(0).reverse()) {
      try {
        await undo();
      } catch (fault) {
        faults.push(fault);
      }
    }
    if (faults.length > 0) throw faults[0];
  });
  return (opened, undo) => {
    undos.push(() => undo(opened));
    return opened;
  };
}
