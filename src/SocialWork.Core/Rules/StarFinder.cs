using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>Finds which dimensions the stars of a rule stand for: those that all starred fields share, in the first one's order.</summary>
internal static class StarFinder
{
    /// <exception cref="RuleSyntaxException">Starred fields share no dimension, or a starred gate has no task to take.</exception>
    public static ImmutableArray<Dimension> Find(RuleSyntax rule, Func<RuleSyntax.Cell, FormField> fieldOf)
    {
        var cells = new List<RuleSyntax.Cell>();
        RuleSyntax.Gate? gate = null;
        Walk(rule);
        ImmutableArray<Dimension> shared = [];
        if (cells.Count > 0)
        {
            var fields = cells.ConvertAll(cell => fieldOf(cell));
            shared = [.. fields[0].By.Where(dimension => fields.TrueForAll(field => field.By.Any(other => other.Id == dimension.Id)))];
            if (shared.IsEmpty)
            {
                var names = string.Join(", ", fields.Select(field => field.Id).Distinct());
                throw new RuleSyntaxException(cells[0].Position, "rule.noSharedDimension",
                    $"các trường có [*] không có chung chiều phân tổ nào: {names}; hãy bỏ [*] hoặc phân tổ chúng theo cùng một chiều",
                    $"starred fields share no dimension: {names}; drop [*], or split them by a common dimension");
            }
        }

        if (gate is not null && !shared.Any(dimension => dimension.Source == OptionSource.PlanTasksOfUnit))
        {
            throw new RuleSyntaxException(gate.Position, "rule.gateWithoutTask",
                "gateOpen(*) cần một trường có [*] phân tổ theo nhiệm vụ; hãy thêm [*] hoặc ghi rõ mã điều khoản",
                "gateOpen(*) needs a starred field that is split by task; star one, or name the clause");
        }

        return shared;

        void Walk(RuleSyntax part)
        {
            switch (part)
            {
                case RuleSyntax.Cell { Index: "*" } cell: cells.Add(cell); break;
                case RuleSyntax.Call call: Walk(call.Argument); break;
                case RuleSyntax.Gate { Clause: null } star: gate = star; break;
                case RuleSyntax.Not not: Walk(not.Inner); break;
                case RuleSyntax.Negative negative: Walk(negative.Inner); break;
                case RuleSyntax.Logical logical: Walk(logical.Left); Walk(logical.Right); break;
                case RuleSyntax.Arithmetic arithmetic: Walk(arithmetic.Left); Walk(arithmetic.Right); break;
                case RuleSyntax.Chain chain: foreach (var operand in chain.Operands) Walk(operand); break;
            }
        }
    }
}
