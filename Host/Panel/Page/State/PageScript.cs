using System;
using System.Threading.Tasks;
using Microsoft.JSInterop;

namespace BatterySim.Host.Panel.Page.State
{
    /// <summary>The two things that a page needs script for: the clipboard, and a file to save.</summary>
    public sealed class PageScript(IJSRuntime runtime) : IAsyncDisposable
    {
        private const string Path = "./_content/BatterySim.Host.Panel.Page/panel.js";

        private Task<IJSObjectReference>? _module;

        /// <summary>Copies text.</summary>
        /// <returns>False where the browser does not allow it.</returns>
        public async Task<bool> CopyAsync(string text) => await (await Module()).InvokeAsync<bool>("copy", text);

        /// <summary>Hands a file to the browser to save.</summary>
        /// <param name="name">File name.</param>
        /// <param name="text">Content.</param>
        /// <param name="type">Media type.</param>
        public async Task SaveAsync(string name, string text, string type = "text/plain") =>
            await (await Module()).InvokeVoidAsync("save", name, text, type);

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            if (_module is { IsCompletedSuccessfully: true })
            {
                try
                {
                    await (await _module).DisposeAsync();
                }
                catch (JSDisconnectedException)
                {
                    // The page is gone, and its module with it.
                }
            }
        }

        private Task<IJSObjectReference> Module() => _module ??= runtime.InvokeAsync<IJSObjectReference>("import", Path).AsTask();
    }
}
