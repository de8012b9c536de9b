import { expect, test } from 'vitest';
import { UsageError } from '../../src/build/failure.ts';
import { demo } from '../../src/cli/demo.ts';
import { folderWith } from '../support/releases-folder.ts';
import { testContext } from './test-context.ts';

test('demo says what it does not take before it builds anything', async () => {
  const context = testContext(folderWith({}));
  await expect(demo(['x'], context)).rejects.toThrow(
    new UsageError('demo takes no file or folder, and was given "x".'),
  );
  await expect(demo(['--prot', '80'], context)).rejects.toThrow(
    new UsageError('There is no --prot. Did you mean --port?'),
  );
});
