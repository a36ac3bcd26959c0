using System.Text.Json;
using System.Text.RegularExpressions;

namespace Party.Benchmarks.Measuring;

/// <summary>What a case found, row by row: a table, or lines of JSON.</summary>
internal sealed class Report(string name, bool isJson, TextWriter output)
{
    private readonly List<string> _lines = [];
    private string _header = "";

    /// <summary>Prints a row. One with other columns than the row before begins another table.</summary>
    public void Add(params IEnumerable<Cell> row)
    {
        Cell[] cells = [.. row];
        if (isJson)
        {
            output.WriteLine(Json(cells));
        }

        var shown = cells.Where(static cell => cell.Text is not null).ToArray();
        var header = Row(shown.Select(static cell => cell.Heading));
        if (header != _header)
        {
            Write(_header == "" ? [] : [""]);
            Write(header, $"|{string.Concat(shown.Select(static _ => "---|"))}");
            _header = header;
        }

        Write(Row(shown.Select(static cell => cell.Text ?? "")));
    }

    /// <summary>Puts the tables into a page, in the place of those of before.</summary>
    /// <param name="path">The page.</param>
    /// <param name="machine">A sentence on what they were made by.</param>
    public void Replace(string path, string machine)
    {
        var page = File.ReadAllText(path);
        var (begin, end) = ($"<!-- case {name} -->", "<!-- end -->");
        var place = new Regex($"{begin}.*?{end}", RegexOptions.Singleline);
        if (!place.IsMatch(page))
        {
            throw new InvalidOperationException($"Expected \"{begin}\" and \"{end}\" in {path}, got neither or one.");
        }

        var tables = string.Join('\n', _lines);
        File.WriteAllText(path, place.Replace(page, _ => $"{begin}\n{machine}\n\n{tables}\n{end}", count: 1));
    }

    private string Json(IEnumerable<Cell> cells)
    {
        var fields = new OrderedDictionary<string, object?> { ["case"] = name };
        foreach (var cell in cells)
        {
            fields.Add(cell.Name, cell.Value);
        }

        return JsonSerializer.Serialize(fields);
    }

    private void Write(params string[] lines)
    {
        _lines.AddRange(lines);
        if (!isJson)
        {
            Array.ForEach(lines, output.WriteLine);
        }
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
