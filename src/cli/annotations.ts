import path from 'node:path';
import type { Problem } from '../release/problem.ts';
import type { CommandContext } from './command.ts';

/**
 * Problems as workflow commands of GitHub Actions, one a line, which the change's page shows at the lines they name.
 * Files are named from the root of the repository.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function annotations(
  problems: readonly Problem[],
  context: Pick<CommandContext, 'variables' | 'working'>,
): string {
  const root = context.variables['GITHUB_WORKSPACE'] ?? context.working;
  return problems
    .map(({ file, line, field, rule, severity, message, hint }) => {
      const below = path.relative(root, path.resolve(context.working, file)).replaceAll('\\', '/');
      const title = field === undefined ? rule : `${field}: ${rule}`;
      const properties = `file=${escapeProperty(below)},line=${line},title=${escapeProperty(title)}`;
      return `::${severity} ${properties}::${escapeData(`${message}\n${hint}`)}\n`;
    })
    .join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
