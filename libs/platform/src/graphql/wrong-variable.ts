/** Removes the submitted value, possibly personal data, from GraphQL's message about a variable. */
export function wrongVariable(message: string): string {
  const variable = /^Variable "\$(\w+)" got invalid value /.exec(message)?.[1];
  if (variable === undefined) return message;
  const paths = [...message.matchAll(new RegExp(` at "(${variable}(?:\\.\\w+|\\[\\d+\\])+)"; `, 'g'))];
  const path = paths.at(-1)?.[1] ?? variable;
  return `Variable "$${variable}" got an invalid value at "${path}"; ${findReason(message)}`;
}

const plainReasons = [
  /Not an? [\w ]+: [^";]+\.$/,
  /Expected non-nullable type "[\w[\]!]+" not to be null\.$/,
  /Field "\w+" of required type "[\w[\]!]+" was not provided\.$/,
];

function findReason(message: string): string {
  const last = message.slice(message.lastIndexOf('; ') + 2);
  const plain = plainReasons.map((reason) => reason.exec(last)).find((found) => found?.index === 0);
  if (plain) return plain[0];
  const type =
    /; (Int|Float|String|Boolean|ID) cannot represent /.exec(message)?.[1] ??
    /; Enum "(\w+)" cannot represent /.exec(message)?.[1] ??
    /does not exist in "(\w+)" enum\.$/.exec(message)?.[1];
  return type === undefined ? 'It does not have the expected type.' : `Expected a value of the type "${type}".`;
}
