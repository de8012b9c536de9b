import { expect, test } from 'vitest';
import { initialState, withParameter } from '../../../src/importers/pdf/graphics-state.ts';

test.each(['setFillColorN', 'setFillTransparent'])('withParameter() knows no colour after %s', (operator) => {
  const white = withParameter(initialState([1, 0, 0, 1, 0, 0], [0, 0, 1, 1]), 'setFillRGBColor', ['#ffffff']);
  expect(white.color).toBe('#ffffff');
  expect(withParameter(white, operator, []).color).toBeUndefined();
});
