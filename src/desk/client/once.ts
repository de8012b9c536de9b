/**
 * What a button does, once at a time, however often it is pressed. `act` says whether it is done: then the page is being left,
 * and nothing more is done here.
 */
export function once(act: () => Promise<boolean>): () => void {
  let isAtWork = false;
  return () => {
    if (isAtWork) return;
    isAtWork = true;
    void act()
      .catch(() => false)
      .then((isDone) => {
        isAtWork = isDone;
      });
  };
}
