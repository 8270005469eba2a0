/**
 * Something from elsewhere that this page cannot take. The message is the end of a sentence that
 * starts with what it was: "“food.json” is no JSON text."
 */
export class Refusal extends Error {
  name = 'Refusal';
}
