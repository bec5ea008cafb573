/**
 * What PostgreSQL says of a statement without running it: the types of its parameters, and of each column its name, type
 * and the column of a table it comes from, if it comes from one.
 *
 * @returns {Promise<{ params: number[], columns: Array<{ name: string, dataTypeID: number, tableID: number, columnID: number }> }>}
 */
export function describe(client, text) {
  return new Promise((resolve, reject) => {
    const said = { params: [], columns: [] };
    const heard = (message) => (said.params = message.dataTypeIDs);
    client.connection.once('parameterDescription', heard);
    const settle = (then, answer) => {
      client.connection.off('parameterDescription', heard);
      then(answer);
    };
    client.query({
      submit(connection) {
        connection.parse({ text, name: '' });
        connection.describe({ type: 'S', name: '' });
        connection.sync();
      },
      handleRowDescription: ({ fields }) => (said.columns = fields),
      // pg forgets a statement with a fault: it hears nothing more.
      handleError: (error) => settle(reject, error),
      handleReadyForQuery: () => settle(resolve, said),
    });
  });
}
