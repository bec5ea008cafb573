/**
 * Doesn't run the statement.
 * @returns {Promise<{ params: number[], columns: Array<{ name: string, dataTypeID: number, tableID: number, columnID:
 * number }> }>}
 */
export function describe(client, text) {
  return new Promise((resolve, reject) => {
    const said = { params: [], columns: [] };
    const onParameters = (message) => (said.params = message.dataTypeIDs);
    client.connection.once('parameterDescription', onParameters);
    const settle = (then, answer) => {
      client.connection.off('parameterDescription', onParameters);
      then(answer);
    };
    client.query({
      submit(connection) {
        connection.parse({ text, name: '' });
        connection.describe({ type: 'S', name: '' });
        connection.sync();
      },
      handleRowDescription: ({ fields }) => (said.columns = fields),
      // pg drops a failed statement without a further callback.
      handleError: (error) => settle(reject, error),
      handleReadyForQuery: () => settle(resolve, said),
    });
  });
}
