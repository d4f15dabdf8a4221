using System;
using System.Collections.Generic;
using System.Net.Http;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Page;
using BatterySim.Host.Panel.Wasm;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Microsoft.Extensions.DependencyInjection;

WebAssemblyHostBuilder builder = WebAssemblyHostBuilder.CreateDefault(args);
HttpClient client = new() { BaseAddress = new Uri(builder.HostEnvironment.BaseAddress) };
string address = ((IServiceProvider)builder.Services.BuildServiceProvider()).GetRequiredService<NavigationManager>().Uri;
IBench bench = await BenchChoice.FindAsync(client, new Uri(address));
builder.RootComponents.Add(typeof(PanelApp), "#app", ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(PanelApp.Bench)] = bench }));
await builder.Build().RunAsync();
