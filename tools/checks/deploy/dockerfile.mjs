import { DockerfileParser } from 'dockerfile-ast';

/** Checks the hadolint rules (with their IDs) that matter here. @param {string} text @returns {string[]} sentences */
export function dockerfileFaults(text) {
  const file = DockerfileParser.parse(text);
  const all = file.getInstructions();
  const faults = [];
  const addFault = (instruction, what) => faults.push(`line ${instruction.getRange().start.line + 1}: ${what}`);
  const instructionsOf = (keyword, from = all) => from.filter((one) => one.getKeyword() === keyword);

  for (const from of file.getFROMs()) {
    const tag = from.getImageTag();
    if (!from.getImageDigest() && (!tag || tag === 'latest' || !/\d+\.\d+/.test(tag)))
      addFault(from, `${from.getImage()} is not pinned to a minor version or a digest (DL3006, DL3007).`);
  }
  for (const add of instructionsOf('ADD')) addFault(add, 'use COPY instead of ADD (DL3020).');
  for (const run of instructionsOf('RUN')) {
    const said = run.getArgumentsContent() ?? '';
    if (/\bsudo\b/.test(said)) addFault(run, 'the build already runs as root; remove sudo (DL3004).');
    if (/apt-get\s+install/.test(said)) {
      if (!/--no-install-recommends/.test(said)) addFault(run, 'apt-get needs --no-install-recommends (DL3015).');
      if (!/rm -rf \/var\/lib\/apt\/lists/.test(said)) addFault(run, 'the apt lists remain in the image (DL3009).');
    }
    if (/npm (?:install|i)\b/.test(said)) addFault(run, 'use npm ci, because npm install can change the lockfile.');
  }

  const lastFrom = all.lastIndexOf(instructionsOf('FROM').at(-1));
  const image = all.slice(lastFrom);
  const user = instructionsOf('USER', image).at(-1)?.getArgumentsContent();
  if (!user) faults.push('the image runs as root: USER is missing (DL3002).');
  else if (!/^[1-9]\d*(?::[1-9]\d*)?$/.test(user))
    faults.push(`USER ${user} must be a number other than 0, so Kubernetes can check it.`);
  if (!instructionsOf('HEALTHCHECK', image).some((one) => !/^NONE$/i.test(one.getArgumentsContent() ?? '')))
    faults.push('HEALTHCHECK is missing.');
  for (const copy of instructionsOf('COPY', image)) {
    if (!copy.getFlags().some((flag) => flag.getName() === 'chown')) addFault(copy, 'COPY needs --chown.');
  }
  for (const keyword of ['CMD', 'ENTRYPOINT']) {
    for (const one of instructionsOf(keyword, image))
      if (!one.getArgumentsContent()?.startsWith('['))
        addFault(one, `the shell form does not pass signals to the program (DL3025).`);
  }
  return faults;
}
