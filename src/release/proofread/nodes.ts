import type { Node } from './proofread.ts';

/** A node and all below it, in the order of the text. Lists and quotations may be nested deeper than calls can be. */
export function nodesIn(root: Node): Node[] {
  const nodes: Node[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    nodes.push(node);
    waiting.push(...(node.children ?? []).toReversed());
  }
  return nodes;
}
