import { expect, test } from 'vitest';
import { readEnvironment } from '../../src/build/environment.ts';
import { withoutTestSettings } from './build.ts';

test('withoutTestSettings() takes out every setting that a build reads', () => {
  const asked: string[] = [];
  const variables = new Proxy<NodeJS.ProcessEnv>({}, { get: (_, name) => void asked.push(String(name)) });
  readEnvironment(variables, '/project');
  expect(asked).toContain('SITE_URL');
  const settings = Object.fromEntries(asked.map((name) => [name, '1']));
  expect(Object.keys(withoutTestSettings(settings))).toEqual([]);
});
