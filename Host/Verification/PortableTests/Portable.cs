using System.Linq;
using Xunit;

namespace BatterySim.PortableTests
{
    /// <summary>Runs every portable test under xunit; a test's name is its argument.</summary>
    public class Portable
    {
        public static TheoryData<string> Names => [.. PortableTestFinder.All.Select(test => test.Name)];

        [Theory]
        [MemberData(nameof(Names))]
        public void Test(string name)
        {
            PortableTestFinder.All.Single(test => test.Name == name).Run();
        }
    }
}
