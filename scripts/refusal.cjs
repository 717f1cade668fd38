/** What a command cannot do, in a sentence for people; the command prints it and ends with status 2. */
class Refusal extends Error {}

/** Ends the program with status 2: a refusal is printed as it is, anything else with its stack. */
function giveUp(error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(2);
}

module.exports = { Refusal, giveUp };
